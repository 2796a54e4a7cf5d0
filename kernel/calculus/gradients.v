(** The equations of calculus/gradients, proved by Coq's kernel for every size.

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

(** mean-squared-error-partial-derivative: 13fb61e8d2f7015a *)
Theorem mean_squared_error_partial_derivative
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'I_d -> R)
    (y : 'I_n -> R)
    (x : 'I_n -> 'I_d -> R)
    (j : 'I_d)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit) :
  (n%:R^-1 * (\sum_(i_2 < n) (((\sum_(k_2 < d) ((w k_2 + eps * (k_2 == j)%:R) * (x i_2 k_2))) + (- (y i_2))) ^+ 2))) = (n%:R^-1 * (\sum_(i_3 < n) (((\sum_(k_3 < d) ((w k_3) * (x i_3 k_3))) + (- (y i_3))) ^+ 2))) + eps * (2%:R * n%:R^-1 * (\sum_(i < n) (((\sum_(k < d) ((w k) * (x i k))) + (- (y i))) * (x i j)))).
Proof. prove. Qed.

(** directional-derivative, line 2: d5d1de073b001b3f *)
Theorem directional_derivative_line_2
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (u : 'cV[R]_d)
    (x : 'cV[R]_d)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_) :
  (f (((0 + eps) *: u) + x)) = (f ((0 *: u) + x)) + eps * (dot (gradient_f x) u).
Proof. prove. Qed.

(** partial-is-directional: 2718fd1699541289 *)
Theorem partial_is_directional
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (x : 'cV[R]_d)
    (j : 'I_d)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_) :
  (f (((0 + eps) *: (delta_mx j 0 : 'cV[R]_d)) + x)) = (f ((0 *: (delta_mx j 0 : 'cV[R]_d)) + x)) + eps * (dot (gradient_f x) (delta_mx j 0 : 'cV[R]_d)).
Proof. prove. Qed.

(** projection-pythagoras: 4e8abfe88d49668a *)
Theorem projection_pythagoras
    (R : comUnitRingType)
    (d : nat)
    (u : 'cV[R]_d)
    (a : 'cV[R]_d)
    (unit_length : dot u u = 1) :
  ((sqn a) + (- ((dot a u) ^+ 2))) = (sqn (((- (dot a u)) *: u) + a)) :> R.
Proof. prove. Qed.

(** descent-rate: f559369aea65d8cf *)
Theorem descent_rate
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (x : 'cV[R]_d)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_) :
  (f (((- (0 + eps)) *: (gradient_f x)) + x)) = (f (((- 0) *: (gradient_f x)) + x)) + eps * (- (sqn (gradient_f x))).
Proof. prove. Qed.

(** constrained-quadratic-form: b69741a307170b1e *)
Theorem constrained_quadratic_form
    (R : comUnitRingType)
    (d : nat)
    (A : 'M[R]_d)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (lambda : R)
    (symmetric : A^T = A)
    (small : eps * eps = 0) :
  ((dot (x + eps *: d_x) (A *m (x + eps *: d_x))) + (- (lambda * (dot (x + eps *: d_x) (x + eps *: d_x))))) = ((dot x (A *m x)) + (- (lambda * (dot x x)))) + eps * dot (((- (2%:R * lambda)) *: x) + (2%:R *: (A *m x))) d_x.
Proof. prove. Qed.

(** gradient-sum-rule: 63579eb2b9a73600 *)
Theorem gradient_sum_rule
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (alpha : R)
    (g : 'cV[R]_d -> R)
    (gradient_g : 'cV[R]_d -> 'cV[R]_d)
    (beta : R)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (slope_of_g : forall X_ D_ : 'cV[R]_d, g (X_ + eps *: D_) = g X_ + eps * dot (gradient_g X_) D_) :
  ((alpha * (f (x + eps *: d_x))) + (beta * (g (x + eps *: d_x)))) = ((alpha * (f x)) + (beta * (g x))) + eps * dot ((alpha *: (gradient_f x)) + (beta *: (gradient_g x))) d_x.
Proof. prove. Qed.

(** gradient-product-rule: b5e697d6a4777a6b *)
Theorem gradient_product_rule
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (g : 'cV[R]_d -> R)
    (gradient_g : 'cV[R]_d -> 'cV[R]_d)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (slope_of_g : forall X_ D_ : 'cV[R]_d, g (X_ + eps *: D_) = g X_ + eps * dot (gradient_g X_) D_) :
  ((f (x + eps *: d_x)) * (g (x + eps *: d_x))) = ((f x) * (g x)) + eps * dot (((f x) *: (gradient_g x)) + ((g x) *: (gradient_f x))) d_x.
Proof. prove. Qed.

(** gradient-quotient-rule: 6a18a1f270922782 *)
Theorem gradient_quotient_rule
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (g : 'cV[R]_d -> R)
    (gradient_g : 'cV[R]_d -> 'cV[R]_d)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (small : eps * eps = 0)
    (unit : ((g x) : R) \is a GRing.unit)
    (slope_of_g : forall X_ D_ : 'cV[R]_d, g (X_ + eps *: D_) = g X_ + eps * dot (gradient_g X_) D_)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_) :
  ((g (x + eps *: d_x))^-1 * (f (x + eps *: d_x))) = ((g x)^-1 * (f x)) + eps * dot (((g x)^-1 ^+ 2) *: (((- (f x)) *: (gradient_g x)) + ((g x) *: (gradient_f x)))) d_x.
Proof. prove. Qed.

(** gradient-chain-rule: 3d1909a22d91699e *)
Theorem gradient_chain_rule
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (phi' : R -> R)
    (z : R)
    (phi : R -> R)
    (small : eps * eps = 0)
    (z_is : z = (f x))
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_)))
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_) :
  (phi (f (x + eps *: d_x))) = (phi (f x)) + eps * dot ((phi' z) *: (gradient_f x)) d_x.
Proof. prove. Qed.

(** linear-form-gradient: 58c7383164030982 *)
Theorem linear_form_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (a : 'cV[R]_d)
    (small : eps * eps = 0) :
  (dot a (x + eps *: d_x)) = (dot a x) + eps * dot a d_x.
Proof. prove. Qed.

(** quadratic-form-partial-derivative, line 1: ce697cbed57badcb *)
Theorem quadratic_form_partial_derivative_line_1
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'I_d -> R)
    (A : 'I_d -> 'I_d -> R)
    (m : 'I_d)
    (small : eps * eps = 0) :
  (\sum_(i_2 < d) \sum_(j_2 < d) ((x i_2 + eps * (i_2 == m)%:R) * (x j_2 + eps * (j_2 == m)%:R) * (A i_2 j_2))) = (\sum_(i_3 < d) \sum_(j_3 < d) ((x i_3) * (x j_3) * (A i_3 j_3))) + eps * (\sum_(i < d) \sum_(j < d) ((((x i) * (j == m)%:R) + ((x j) * (i == m)%:R)) * (A i j))).
Proof. prove. Qed.

(** quadratic-form-partial-derivative, line 2: 443fca1b8963b942 *)
Theorem quadratic_form_partial_derivative_line_2
    (R : comUnitRingType)
    (d : nat)
    (x : 'I_d -> R)
    (A : 'I_d -> 'I_d -> R)
    (m : 'I_d) :
  (\sum_(i < d) \sum_(j < d) ((((x i) * (j == m)%:R) + ((x j) * (i == m)%:R)) * (A i j))) = ((\sum_(i_2 < d) ((x i_2) * (A i_2 m))) + (\sum_(j_2 < d) ((x j_2) * (A m j_2)))) :> R.
Proof. prove. Qed.

(** quadratic-form-gradient: 8440c80f125c6c65 *)
Theorem quadratic_form_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (A : 'M[R]_d)
    (small : eps * eps = 0) :
  (dot (x + eps *: d_x) (A *m (x + eps *: d_x))) = (dot x (A *m x)) + eps * dot ((A + A^T) *m x) d_x.
Proof. prove. Qed.

(** symmetric-quadratic-form-gradient: dcee0d602e41510c *)
Theorem symmetric_quadratic_form_gradient
    (R : comUnitRingType)
    (d : nat)
    (A : 'M[R]_d)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (symmetric : A^T = A)
    (small : eps * eps = 0) :
  (dot (x + eps *: d_x) (A *m (x + eps *: d_x))) = (dot x (A *m x)) + eps * dot (2%:R *: (A *m x)) d_x.
Proof. prove. Qed.

(** squared-distance-gradient: 95121f725a743ac3 *)
Theorem squared_distance_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (b : 'cV[R]_d)
    (small : eps * eps = 0) :
  (sqn ((x + eps *: d_x) + (- b))) = (sqn (x + (- b))) + eps * dot (2%:R *: (x + (- b))) d_x.
Proof. prove. Qed.

(** norm-gradient: a3ba3a5849ee99fd *)
Theorem norm_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (sqrt : R -> R)
    (small : eps * eps = 0)
    (root : (sqrt (sqn x)) * (sqrt (sqn x)) = (sqn x))
    (unit : ((sqrt (sqn x)) : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (slope_of_root : forall y_, sqrt ((sqn x) + eps * y_) = (sqrt (sqn x)) + eps * (y_ * (2%:R * (sqrt (sqn x)))^-1)) :
  (sqrt (sqn (x + eps *: d_x))) = (sqrt (sqn x)) + eps * dot ((sqrt (sqn x))^-1 *: x) d_x.
Proof. prove. Qed.

(** partials-without-continuity: daec6a7a4bedff39 *)
Theorem partials_without_continuity
    (R : comUnitRingType)
    (m : R)
    (t : R)
    (unit : (((t ^+ 2) + ((m ^+ 2) * (t ^+ 2))) : R) \is a GRing.unit)
    (unit_2 : ((1 + (m ^+ 2)) : R) \is a GRing.unit) :
  (m * (t ^+ 2) * ((t ^+ 2) + ((m ^+ 2) * (t ^+ 2)))^-1) = (m * (1 + (m ^+ 2))^-1) :> R.
Proof. prove. Qed.

Print Assumptions mean_squared_error_partial_derivative.
Print Assumptions directional_derivative_line_2.
Print Assumptions partial_is_directional.
Print Assumptions projection_pythagoras.
Print Assumptions descent_rate.
Print Assumptions constrained_quadratic_form.
Print Assumptions gradient_sum_rule.
Print Assumptions gradient_product_rule.
Print Assumptions gradient_quotient_rule.
Print Assumptions gradient_chain_rule.
Print Assumptions linear_form_gradient.
Print Assumptions quadratic_form_partial_derivative_line_1.
Print Assumptions quadratic_form_partial_derivative_line_2.
Print Assumptions quadratic_form_gradient.
Print Assumptions symmetric_quadratic_form_gradient.
Print Assumptions squared_distance_gradient.
Print Assumptions norm_gradient.
Print Assumptions partials_without_continuity.
