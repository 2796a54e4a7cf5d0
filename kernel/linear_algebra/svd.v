(** The equations of linear-algebra/svd, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** two-features-sum: 6b87139268b2cf9a *)
Theorem two_features_sum
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit) :
  (@rows R 3 2 [:: [:: 2%:R; 1]; [:: 1; 2%:R]; [:: 2%:R; 2%:R]]) = (((1 / 2%:R) *: ((@rows R 3 1 [:: [:: 3%:R]; [:: 3%:R]; [:: 4%:R]]) *m (@rows R 1 2 [:: [:: 1; 1]]))) + ((1 / 2%:R) *: ((@rows R 3 1 [:: [:: 1]; [:: (- 1)]; [:: 0]]) *m (@rows R 1 2 [:: [:: 1; (- 1)]])))).
Proof. prove. Qed.

(** gram-is-semidefinite: e40482e61cd50a33 *)
Theorem gram_is_semidefinite
    (R : comUnitRingType)
    (d n : nat)
    (x : 'cV[R]_d)
    (A : 'M[R]_(n, d)) :
  (dot x (A^T *m A *m x)) = (sqn (A *m x)) :> R.
Proof. prove. Qed.

(** left-vectors-products: fb313b464f9f25f6 *)
Theorem left_vectors_products
    (R : comUnitRingType)
    (d n : nat)
    (lambda : R)
    (x : 'cV[R]_d)
    (y : 'cV[R]_d)
    (A : 'M[R]_(n, d)) :
  ((dot (A *m x) (A *m y)) + (- (lambda * (dot x y)))) = (dot x (((- lambda) *: y) + (A^T *m A *m y))) :> R.
Proof. prove. Qed.

(** svd-rank-one-sum: 06a7cbb7ac94efa9 *)
Theorem svd_rank_one_sum
    (R : comUnitRingType)
    (n d r : nat)
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (V : 'M[R]_(d, r))
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  A = (\sum_(m < r) ((sigma m 0) *: ((col m U) *m (col m V)^T))).
Proof. prove. Qed.

(** right-to-left: 3cf8bc58865d655b *)
Theorem right_to_left
    (R : comUnitRingType)
    (d r n : nat)
    (V : 'M[R]_(d, r))
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (k : 'I_r)
    (orthonormal : V^T *m V = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (A *m (col k V)) = ((sigma k 0) *: (col k U)).
Proof. prove. Qed.

(** left-to-right: 9744638a0e678566 *)
Theorem left_to_right
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (A : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (V : 'M[R]_(d, r))
    (k : 'I_r)
    (orthonormal : U^T *m U = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (A^T *m (col k U)) = ((sigma k 0) *: (col k V)).
Proof. prove. Qed.

(** null-space: e93bc1d1d51d2451 *)
Theorem null_space
    (R : comUnitRingType)
    (d r n : nat)
    (V : 'M[R]_(d, r))
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (x : 'cV[R]_d)
    (orthonormal : V^T *m V = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (A *m V *m V^T *m x) = (A *m x).
Proof. prove. Qed.

(** column-space: fd4528928ddf24e9 *)
Theorem column_space
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (A : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (V : 'M[R]_(d, r))
    (b : 'cV[R]_n)
    (orthonormal : U^T *m U = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (A^T *m U *m U^T *m b) = (A^T *m b).
Proof. prove. Qed.

(** squared-stretch: 94d10c47f68e88b8 *)
Theorem squared_stretch
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (A : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (V : 'M[R]_(d, r))
    (x : 'cV[R]_d)
    (orthonormal : U^T *m U = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (sqn (A *m x)) = (\sum_(m < r) (((dot (col m V) x) ^+ 2) * ((sigma m 0) ^+ 2))) :> R.
Proof. prove. Qed.

(** frobenius-from-singular-values: 848901e666765f58 *)
Theorem frobenius_from_singular_values
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (A : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (orthonormal : U^T *m U = 1%:M)
    (orthonormal_2 : V^T *m V = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (sqn A) = (\sum_(m < r) ((sigma m 0) ^+ 2)) :> R.
Proof. prove. Qed.

(** pseudoinverse-normal-equations: cb736225b0b3e4f2 *)
Theorem pseudoinverse_normal_equations
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (A : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (P : 'M[R]_(d, n))
    (b : 'cV[R]_n)
    (orthonormal : U^T *m U = 1%:M)
    (orthonormal_2 : V^T *m V = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T))
    (invertible : (diag sigma) \in unitmx)
    (P_is : P = (V *m (invmx (diag sigma)) *m U^T)) :
  (A^T *m A *m P *m b) = (A^T *m b).
Proof. prove. Qed.

(** minimum-norm: 191a680b22283f5a *)
Theorem minimum_norm
    (R : comUnitRingType)
    (d r n : nat)
    (V : 'M[R]_(d, r))
    (P : 'M[R]_(d, n))
    (sigma : 'cV[R]_r)
    (U : 'M[R]_(n, r))
    (b : 'cV[R]_n)
    (h : 'cV[R]_d)
    (z : 'cV[R]_d)
    (orthonormal : V^T *m V = 1%:M)
    (invertible : (diag sigma) \in unitmx)
    (P_is : P = (V *m (invmx (diag sigma)) *m U^T))
    (h_is : h = (((1%:M : 'M[R]_d) + (- (V *m V^T))) *m z)) :
  (sqn ((P *m b) + h)) = ((sqn (P *m b)) + (sqn h)) :> R.
Proof. prove. Qed.

(** noise-amplification: 7d05fe26a2e7d9cb *)
Theorem noise_amplification
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (P : 'M[R]_(d, n))
    (sigma : 'cV[R]_r)
    (epsilon : 'cV[Random]_n)
    (tau : R)
    (orthonormal : U^T *m U = 1%:M)
    (orthonormal_2 : V^T *m V = 1%:M)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (diag sigma) \in unitmx)
    (P_is : P = (V *m (invmx (diag sigma)) *m U^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (tau ^+ 2) *+ (i_ == j_))
    (unit : forall (m : 'I_r), ((sigma m 0) : R) \is a GRing.unit) :
  (E (sqn ((sure Random P) *m epsilon))) = ((tau ^+ 2) * (\sum_(m < r) ((sigma m 0)^-1 ^+ 2))) :> R.
Proof. prove. Qed.

(** outer-gram: 7a45dde181b8561d *)
Theorem outer_gram
    (R : comUnitRingType)
    (d r n : nat)
    (V : 'M[R]_(d, r))
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (orthonormal : V^T *m V = 1%:M)
    (A_is : A = (U *m (diag sigma) *m V^T)) :
  (A *m A^T) = (U *m ((diag sigma) *m (diag sigma)) *m U^T).
Proof. prove. Qed.

Print Assumptions two_features_sum.
Print Assumptions gram_is_semidefinite.
Print Assumptions left_vectors_products.
Print Assumptions svd_rank_one_sum.
Print Assumptions right_to_left.
Print Assumptions left_to_right.
Print Assumptions null_space.
Print Assumptions column_space.
Print Assumptions squared_stretch.
Print Assumptions frobenius_from_singular_values.
Print Assumptions pseudoinverse_normal_equations.
Print Assumptions minimum_norm.
Print Assumptions noise_amplification.
Print Assumptions outer_gram.
