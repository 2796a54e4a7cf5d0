(** The equations of calculus/jacobians, proved by Coq's kernel for every size.

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

(** jacobian-vector-product: 60a0444b31975934 *)
Theorem jacobian_vector_product
    (R : comUnitRingType)
    (n m : nat)
    (eps : R)
    (f : 'cV[R]_n -> 'cV[R]_m)
    (jacobian_f : 'cV[R]_n -> 'M[R]_(m, n))
    (u : 'cV[R]_n)
    (x : 'cV[R]_n)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps *: (jacobian_f X_ *m D_)) :
  (f (((0 + eps) *: u) + x)) = (f ((0 *: u) + x)) + eps *: ((jacobian_f x) *m u).
Proof. prove. Qed.

(** vector-jacobian-product: a76bcf3be7c70c81 *)
Theorem vector_jacobian_product
    (R : comUnitRingType)
    (n m : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> 'cV[R]_m)
    (jacobian_f : 'cV[R]_n -> 'M[R]_(m, n))
    (v : 'cV[R]_m)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps *: (jacobian_f X_ *m D_)) :
  (dot v (f (x + eps *: d_x))) = (dot v (f x)) + eps * dot ((jacobian_f x)^T *m v) d_x.
Proof. prove. Qed.

(** affine-jacobian: 05061493b2f0b9d9 *)
Theorem affine_jacobian
    (R : comUnitRingType)
    (n m : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (W : 'M[R]_(m, n))
    (b : 'cV[R]_m)
    (small : eps * eps = 0) :
  ((W *m (x + eps *: d_x)) + b) = ((W *m x) + b) + eps *: (W *m d_x).
Proof. prove. Qed.

(** elementwise-jacobian: cea0f31be8180f4f *)
Theorem elementwise_jacobian
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (phi' : R -> R)
    (phi : R -> R)
    (small : eps * eps = 0)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (map_mx phi (x + eps *: d_x)) = (map_mx phi x) + eps *: ((diag (map_mx phi' x)) *m d_x).
Proof. prove. Qed.

(** softmax-partial-derivative, line 1: af6e042a03af6a27 *)
Theorem softmax_partial_derivative_line_1
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (z : 'I_n -> R)
    (exp : R -> R)
    (p : 'I_n -> R)
    (j : 'I_n)
    (i : 'I_n)
    (small : eps * eps = 0)
    (unit : ((\sum_(k_2 < n) (exp (z k_2))) : R) \is a GRing.unit)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (p_is : p = (fun (i_2 : 'I_n) => ((\sum_(k_6 < n) (exp (z k_6)))^-1 * (exp (z i_2))))) :
  ((\sum_(k_4 < n) (exp (z k_4 + eps * (k_4 == j)%:R)))^-1 * (exp (z i + eps * (i == j)%:R))) = (p i) + eps * (((\sum_(k < n) (exp (z k)))^-1 ^+ 2) * (((i == j)%:R * (\sum_(k_3 < n) (exp (z k_3))) * (exp (z i))) + (- ((exp (z i)) * (exp (z j)))))).
Proof. prove. Qed.

(** softmax-partial-derivative, line 2: 10b0ff3a06bdb293 *)
Theorem softmax_partial_derivative_line_2
    (R : comUnitRingType)
    (n : nat)
    (exp : R -> R)
    (z : 'I_n -> R)
    (p : 'I_n -> R)
    (i : 'I_n)
    (j : 'I_n)
    (unit : ((\sum_(k_2 < n) (exp (z k_2))) : R) \is a GRing.unit)
    (p_is : p = (fun (i_2 : 'I_n) => ((\sum_(k_4 < n) (exp (z k_4)))^-1 * (exp (z i_2))))) :
  (((\sum_(k < n) (exp (z k)))^-1 ^+ 2) * (((i == j)%:R * (\sum_(k_3 < n) (exp (z k_3))) * (exp (z i))) + (- ((exp (z i)) * (exp (z j)))))) = (((i == j)%:R + (- (p j))) * (p i)) :> R.
Proof. prove. Qed.

(** softmax-jacobian: fca116b2818ec8c3 *)
Theorem softmax_jacobian
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (z : 'cV[R]_n)
    (d_z : 'cV[R]_n)
    (p : 'cV[R]_n)
    (exp : R -> R)
    (small : eps * eps = 0)
    (unit : ((\sum_(k_2 < n) (exp (z k_2 0))) : R) \is a GRing.unit)
    (p_is : p = ((\sum_(k < n) (exp (z k 0)))^-1 *: (map_mx exp z)))
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  ((\sum_(k_3 < n) (exp ((z + eps *: d_z) k_3 0)))^-1 *: (map_mx exp (z + eps *: d_z))) = p + eps *: (((diag p) + (- (p *m p^T))) *m d_z).
Proof. prove. Qed.

(** softmax-jacobian-rows: 3098494c06e916e6 *)
Theorem softmax_jacobian_rows
    (R : comUnitRingType)
    (n : nat)
    (p : 'cV[R]_n)
    (sums_to_1 : \sum_(k_ < n) p k_ 0 = 1) :
  (((diag p) + (- (p *m p^T))) *m (const_mx 1 : 'cV[R]_n)) = (0 : 'cV[R]_n).
Proof. prove. Qed.

(** petal-chain: ef526b91aa9d1783 *)
Theorem petal_chain
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit) :
  ((@rows R 2 2 [:: [:: 2%:R; 8%:R]; [:: (1 / 2%:R); (- 2%:R)]]) *m (@rows R 2 2 [:: [:: 2%:R; 4%:R]; [:: (1 / 2%:R); (- 1)]])) = (@rows R 2 2 [:: [:: 8%:R; 0]; [:: 0; 4%:R]]).
Proof. prove. Qed.

(** jacobian-chain-rule: ad8e8175aea1cdd4 *)
Theorem jacobian_chain_rule
    (R : comUnitRingType)
    (n m l : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_m -> 'cV[R]_l)
    (jacobian_f : 'cV[R]_m -> 'M[R]_(l, m))
    (y : 'cV[R]_m)
    (g : 'cV[R]_n -> 'cV[R]_m)
    (jacobian_g : 'cV[R]_n -> 'M[R]_(m, n))
    (small : eps * eps = 0)
    (y_is : y = (g x))
    (slope_of_f : forall X_ D_ : 'cV[R]_m, f (X_ + eps *: D_) = f X_ + eps *: (jacobian_f X_ *m D_))
    (slope_of_g : forall X_ D_ : 'cV[R]_n, g (X_ + eps *: D_) = g X_ + eps *: (jacobian_g X_ *m D_)) :
  (f (g (x + eps *: d_x))) = (f (g x)) + eps *: (((jacobian_f y) *m (jacobian_g x)) *m d_x).
Proof. prove. Qed.

(** gradient-through-a-map: d5368b35ee5d7f0e *)
Theorem gradient_through_a_map
    (R : comUnitRingType)
    (n m : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (g : 'cV[R]_n -> 'cV[R]_m)
    (jacobian_g : 'cV[R]_n -> 'M[R]_(m, n))
    (f : 'cV[R]_m -> R)
    (gradient_f : 'cV[R]_m -> 'cV[R]_m)
    (y : 'cV[R]_m)
    (small : eps * eps = 0)
    (y_is : y = (g x))
    (slope_of_f : forall X_ D_ : 'cV[R]_m, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (slope_of_g : forall X_ D_ : 'cV[R]_n, g (X_ + eps *: D_) = g X_ + eps *: (jacobian_g X_ *m D_)) :
  (f (g (x + eps *: d_x))) = (f (g x)) + eps * dot ((jacobian_g x)^T *m (gradient_f y)) d_x.
Proof. prove. Qed.

(** dense-layer-jacobian: 7584e9ae13d1b007 *)
Theorem dense_layer_jacobian
    (R : comUnitRingType)
    (n m : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (phi' : R -> R)
    (y : 'cV[R]_m)
    (W : 'M[R]_(m, n))
    (b : 'cV[R]_m)
    (phi : R -> R)
    (small : eps * eps = 0)
    (y_is : y = ((W *m x) + b))
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (map_mx phi ((W *m (x + eps *: d_x)) + b)) = (map_mx phi ((W *m x) + b)) + eps *: (((diag (map_mx phi' y)) *m W) *m d_x).
Proof. prove. Qed.

(** parallelogram-area: e317966885832e6d *)
Theorem parallelogram_area
    (R : comUnitRingType)
    (B : 'M[R]_2) :
  (((sqn (col ord0 B)) * (sqn (col (lift ord0 ord0) B))) + (- ((dot (col ord0 B) (col (lift ord0 ord0) B)) ^+ 2))) = ((\det B) ^+ 2) :> R.
Proof. prove. Qed.

(** polar-jacobian: a1cabd65e1550cb9 *)
Theorem polar_jacobian
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (cos : R -> R)
    (sin : R -> R)
    (theta : R)
    (small : eps * eps = 0)
    (circle : forall x_, sin x_ ^+ 2 + cos x_ ^+ 2 = 1)
    (slope_of_cos : forall x_ y_, cos (x_ + eps * y_) = cos x_ + eps * (y_ * (- sin x_)))
    (slope_of_sin : forall x_ y_, sin (x_ + eps * y_) = sin x_ + eps * (y_ * (cos x_))) :
  (((r + eps) * (cos theta)) = (r * (cos theta)) + eps * (cos theta)) /\
  ((r * (cos (theta + eps))) = (r * (cos theta)) + eps * (- (r * (sin theta)))) /\
  (((r + eps) * (sin theta)) = (r * (sin theta)) + eps * (sin theta)) /\
  ((r * (sin (theta + eps))) = (r * (sin theta)) + eps * (r * (cos theta))) /\
  ((@rows R 2 2 [:: [:: (cos theta); (- (r * (sin theta)))]; [:: (sin theta); (r * (cos theta))]]) = (@rows R 2 2 [:: [:: (cos theta); (- (r * (sin theta)))]; [:: (sin theta); (r * (cos theta))]])).
Proof. prove. Qed.

(** polar-area-factor: 1cfbaec1526c6aae *)
Theorem polar_area_factor
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (cos : R -> R)
    (sin : R -> R)
    (theta : R)
    (small : eps * eps = 0)
    (circle : forall x_, sin x_ ^+ 2 + cos x_ ^+ 2 = 1)
    (slope_of_cos : forall x_ y_, cos (x_ + eps * y_) = cos x_ + eps * (y_ * (- sin x_)))
    (slope_of_sin : forall x_ y_, sin (x_ + eps * y_) = sin x_ + eps * (y_ * (cos x_))) :
  (((r + eps) * (cos theta)) = (r * (cos theta)) + eps * (cos theta)) /\
  ((r * (cos (theta + eps))) = (r * (cos theta)) + eps * (- (r * (sin theta)))) /\
  (((r + eps) * (sin theta)) = (r * (sin theta)) + eps * (sin theta)) /\
  ((r * (sin (theta + eps))) = (r * (sin theta)) + eps * (r * (cos theta))) /\
  ((\det (@rows R 2 2 [:: [:: (cos theta); (- (r * (sin theta)))]; [:: (sin theta); (r * (cos theta))]])) = r :> R).
Proof. prove. Qed.

(** gaussian-exponent: 2dc04745425dd64a *)
Theorem gaussian_exponent
    (R : comUnitRingType)
    (n : nat)
    (mu : 'cV[R]_n)
    (y : 'cV[R]_n)
    (A : 'M[R]_n)
    (x : 'cV[R]_n)
    (Sigma : 'M[R]_n)
    (y_is : y = ((A *m x) + mu))
    (Sigma_is : Sigma = (A *m A^T))
    (invertible : Sigma \in unitmx) :
  (dot (y + (- mu)) ((invmx Sigma) *m (y + (- mu)))) = (sqn x) :> R.
Proof. prove. Qed.

(** gaussian-area-factor: a652e265aacaf2b6 *)
Theorem gaussian_area_factor
    (R : comUnitRingType)
    (n : nat)
    (Sigma : 'M[R]_n)
    (A : 'M[R]_n)
    (Sigma_is : Sigma = (A *m A^T)) :
  (\det Sigma) = ((\det A) ^+ 2) :> R.
Proof. prove. Qed.

(** petal-inverse: 84808e74cf0e1cbb *)
Theorem petal_inverse
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit)
    (invertible : (@rows R 2 2 [:: [:: 2%:R; 4%:R]; [:: (1 / 2%:R); (- 1)]]) \in unitmx)
    (unit_2 : (4%:R : R) \is a GRing.unit)
    (unit_3 : (8%:R : R) \is a GRing.unit) :
  (invmx (@rows R 2 2 [:: [:: 2%:R; 4%:R]; [:: (1 / 2%:R); (- 1)]])) = (@rows R 2 2 [:: [:: (1 / 4%:R); 1]; [:: (1 / 8%:R); (- (1 / 2%:R))]]).
Proof. prove. Qed.

(** coupling-determinant: 457e29087912d096 *)
Theorem coupling_determinant
    (R : comUnitRingType)
    (eps : R)
    (x : 'cV[R]_2)
    (d_x : 'cV[R]_2)
    (s' : R -> R)
    (exp : R -> R)
    (s : R -> R)
    (psi' : R -> R)
    (psi : R -> R)
    (small : eps * eps = 0)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (slope_of_s : forall x_ y_, s (x_ + eps * y_) = s x_ + eps * (y_ * (s' x_)))
    (slope_of_psi : forall x_ y_, psi (x_ + eps * y_) = psi x_ + eps * (y_ * (psi' x_))) :
  ((@rows R 2 1 [:: [:: ((x + eps *: d_x) ord0 0)]; [:: ((((x + eps *: d_x) (lift ord0 ord0) 0) * (exp (s ((x + eps *: d_x) ord0 0)))) + (psi ((x + eps *: d_x) ord0 0)))]]) = (@rows R 2 1 [:: [:: (x ord0 0)]; [:: (((x (lift ord0 ord0) 0) * (exp (s (x ord0 0)))) + (psi (x ord0 0)))]]) + eps *: ((@rows R 2 2 [:: [:: 1; 0]; [:: (((s' (x ord0 0)) * (x (lift ord0 ord0) 0) * (exp (s (x ord0 0)))) + (psi' (x ord0 0))); (exp (s (x ord0 0)))]]) *m d_x)) /\
  ((\det (@rows R 2 2 [:: [:: 1; 0]; [:: (((s' (x ord0 0)) * (x (lift ord0 ord0) 0) * (exp (s (x ord0 0)))) + (psi' (x ord0 0))); (exp (s (x ord0 0)))]])) = (exp (s (x ord0 0))) :> R).
Proof. prove. Qed.

Print Assumptions jacobian_vector_product.
Print Assumptions vector_jacobian_product.
Print Assumptions affine_jacobian.
Print Assumptions elementwise_jacobian.
Print Assumptions softmax_partial_derivative_line_1.
Print Assumptions softmax_partial_derivative_line_2.
Print Assumptions softmax_jacobian.
Print Assumptions softmax_jacobian_rows.
Print Assumptions petal_chain.
Print Assumptions jacobian_chain_rule.
Print Assumptions gradient_through_a_map.
Print Assumptions dense_layer_jacobian.
Print Assumptions parallelogram_area.
Print Assumptions polar_jacobian.
Print Assumptions polar_area_factor.
Print Assumptions gaussian_exponent.
Print Assumptions gaussian_area_factor.
Print Assumptions petal_inverse.
Print Assumptions coupling_determinant.
